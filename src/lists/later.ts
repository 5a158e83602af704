// Later: a value that is at hand, or will be once an asset file was read. What is at hand costs no promise.

/** A value now or later. */
export type Later<T> = T | Promise<T>;

/** What `next` makes of the value, as soon as it is there. */
export function onceThere<T, U>(value: Later<T>, next: (value: T) => Later<U>): Later<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}
