// The two files compile leaves in dist/, as wrangler hands modules of their kinds to the Worker: bytes and text.

declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}

declare module "*.json.txt" {
  const text: string;
  export default text;
}
