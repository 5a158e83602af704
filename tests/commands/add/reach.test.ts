import { expect, test } from "vitest";
import { isInside } from "../../../src/commands/add/reach.ts";

test.each([
  "http://127.0.0.1:8080/",
  "http://2130706433/",
  "http://0x7f.1/",
  "http://localhost/",
  "http://0.0.0.0/",
  "http://10.0.0.1/",
  "http://172.31.255.255/",
  "http://192.168.1.1/reboot",
  "http://169.254.169.254/latest/meta-data/",
  "http://[::1]/",
  "http://[::ffff:192.168.1.1]/",
  "http://[fd00::1]/",
  "http://[fe80::1]/",
])("%s is of this machine or its network", async (address) => {
  expect(await isInside(address)).toBe(true);
});

test.each([
  "http://192.0.2.1/",
  "http://172.32.0.1/",
  "http://11.0.0.1/",
  "https://[2001:db8::1]/",
  "https://10.0.0.1.invalid/",
])("%s is not", async (address) => {
  expect(await isInside(address)).toBe(false);
});
