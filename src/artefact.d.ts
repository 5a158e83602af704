// The two files compile leaves in dist/, as wrangler.toml's rules hand them to the Worker.

declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}

declare module "*.json.txt" {
  const text: string;
  export default text;
}
