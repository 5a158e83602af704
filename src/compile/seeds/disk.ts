// What the disk says when it refuses something, in words.

/** Reasons by their codes (POSIX, `errno.h`). */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EBUSY: "another program is using it",
  EDQUOT: "your disk quota is used up",
  EEXIST: "a file of this name is there",
  EFBIG: "the disk cannot hold a file of this size",
  EIO: "the disk has a fault",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
  ENFILE: "too many files are open",
  ENOENT: "it is not there",
  ENOSPC: "the disk is full",
  ENOTDIR: "something on the way there is a file, not a folder",
  ENOTEMPTY: "it is not empty",
  EPERM: "permission is denied",
  EROFS: "the disk is read-only",
  EXDEV: "it lies on another disk",
};

/** What was to be done, by the call that was refused. */
const deeds: Readonly<Record<string, string>> = {
  access: "written",
  mkdir: "made",
  open: "opened",
  rename: "written",
  write: "written",
  writev: "written",
  fsync: "written",
  copyfile: "copied",
  unlink: "removed",
  rmdir: "removed",
  rm: "removed",
};

/** Why the disk refused; null for an error that is not the disk's. */
export function reasonOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return null;
  // Of a folder that may not be made, with all above it there, a disk can say that it is not there.
  const code = error.syscall === "mkdir" && error.code === "ENOENT" ? "EROFS" : String(error.code);
  return reasons[code] ?? null;
}

/** The same as a sentence that names the file; null for an error that is not the disk's. */
export function describeRefusal(error: unknown): string | null {
  const reason = reasonOf(error);
  if (reason === null) return null;
  const { path = "a file", syscall = "" } = error as NodeJS.ErrnoException;
  return `${path} cannot be ${deeds[syscall] ?? "read"}: ${reason}.`;
}
