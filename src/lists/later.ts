// Later: a value that is at hand, or will be once an asset file was read. What is at hand costs no promise.

/** A value now or later. */
export type Later<T> = T | Promise<T>;

/** A value that is made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What `next` makes of the value, as soon as it is there. */
export function onceThere<T, U>(value: Later<T>, next: (value: T) => Later<U>): Later<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}
