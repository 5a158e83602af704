// doctor: fetches a live site's feeds as real readers do, and says what is wrong.

import { type Command, presentMoment } from "./command.ts";
import { examine } from "./doctor/examine.ts";
import { examinationAsJson, examinationAsText, isWell } from "./doctor/report.ts";
import { patience } from "./liveSite.ts";
import { createProgress } from "./progress.ts";

const options = {
  json: { type: "boolean", default: false },
  timeout: { type: "string", default: String(patience / 1000) },
  feeds: { type: "string", default: "10" },
  all: { type: "boolean", default: false },
} as const;

/** Exit code 0: nothing is wrong; 1: something is, or the site cannot be reached; 2: wrong usage. */
export const doctorCommand: Command<typeof options> = {
  summary: "fetch a live site's feeds as readers do, and say what is wrong",
  call: "npm run doctor",
  takesWords: true,
  usage: `npm run doctor -- [--json] [--timeout S] [--feeds N] [--all] URL

  URL          a site, such as https://feeds.example.org; one of its pages, for the feeds it names; or one feed
  --json       for programs: {ok, findings: [{level, address, what, fix}], right, speeds, skipped, …}
  --timeout S  seconds to wait for an answer (${patience / 1000})
  --feeds N    so many feeds, all articles first and then the topics that changed last (10)
  --all        all feeds, and all their archive pages`,
  options,
  run: async ({ json, timeout, feeds, all }, [given, ...more]) => {
    const address = given === undefined || more.length > 0 ? null : readAddress(given);
    if (address === null) {
      const what = more[0] ?? given;
      const why = what === undefined ? "Which site?" : `"${what}" is not the address of one site.`;
      return refuse(why);
    }
    const seconds = Number(timeout);
    if (!(seconds > 0 && seconds <= 600)) return refuse(`--timeout ${timeout}: 1 to 600 seconds.`);
    if (!/^[1-9]\d{0,5}$/.test(feeds)) return refuse(`--feeds ${feeds}: a number, 1 or more.`);
    const progress = createProgress(process.stderr);
    const examination = await examine(address, {
      patience: seconds * 1000,
      feeds: Number(feeds),
      all,
      now: Date.parse(presentMoment()),
      begin: (total) => progress.begin("Feeds", total),
      step: () => progress.step(),
    });
    progress.end();
    process.stdout.write(json ? examinationAsJson(examination) : examinationAsText(examination));
    return isWell(examination) ? 0 : 1;
  },
};

function refuse(why: string): number {
  console.error(`${why}\n\n${doctorCommand.usage}`);
  return 2;
}

/** An address of the web, as readers take it: the scheme may be left out, or be "feed:". Null for anything else. */
function readAddress(given: string): string | null {
  const bare = given
    .trim()
    .replace(/^feed:(\/\/)?(?=https?:)/i, "")
    .replace(/^feed:\/\//i, "https://");
  const isNamed = /^[a-z][a-z0-9+.-]*:\/\//i.test(bare);
  const isDesk = /^(localhost|127\.|\[::1\])/i.test(bare);
  if (!isNamed && !isDesk && !/^[^\s/:]+\.[^\s/:]+(:\d+)?([/?].*)?$/.test(bare)) return null;
  const address = isNamed ? bare : `${isDesk ? "http" : "https"}://${bare}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  url.hash = "";
  return /^https?:$/.test(url.protocol) ? url.href : null;
}
