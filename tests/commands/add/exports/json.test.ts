import { describe, expect, test } from "vitest";
import { findGhost, readGhost, readJsonFeed } from "../../../../src/commands/add/exports/json.ts";
import { spellTally, type Tally } from "../../../../src/commands/add/exports/post.ts";
import { isJsonFeed } from "../../../../src/commands/add/feed.ts";

const zone = "Asia/Ho_Chi_Minh";
const row = {
  title: "A boat",
  slug: "boat",
  html: "<p>A</p>",
  status: "published",
  published_at: 1_714_638_600_000,
};

function read(posts: readonly object[], tables: object = {}) {
  const leftOut: Tally = new Map();
  const lacking: string[] = [];
  const data = findGhost({ db: [{ meta: {}, data: { posts, ...tables } }] });
  return { posts: readGhost(data ?? {}, zone, leftOut, lacking), tally: spellTally(leftOut), lacking };
}

describe("an export of Ghost", () => {
  test("of its first versions is read: dates in milliseconds, one author, pages as posts", () => {
    const { posts, tally } = read(
      [
        { ...row, id: 1, author_id: 7, image: "/content/images/a.jpg", meta_description: "Short", page: 0 },
        { ...row, id: 2, page: 1 },
      ],
      { users: [{ id: 7, name: "Ada" }] },
    );
    expect(posts).toMatchObject([
      {
        date: "2024-05-02T08:30:00+00:00",
        authors: ["Ada"],
        image: "/content/images/a.jpg",
        summary: "Short",
      },
    ]);
    expect(tally).toBe("1 page");
  });

  test("without the list around it is one too, and other JSON is none", () => {
    expect(findGhost({ data: { posts: [] } })).not.toBeNull();
    for (const json of [null, 1, [], {}, { db: [] }, { db: [{ data: {} }] }, { data: "x" }])
      expect(findGhost(json)).toBeNull();
  });

  test("publishes nothing that is not for everybody, nor what does not say that it is published", () => {
    const statuses = ["draft", "sent", "scheduled", undefined].map((status) => ({ ...row, status }));
    const levels = ["members", "paid", "tiers", "public"].map((visibility) => ({ ...row, visibility }));
    const mails = { posts_meta: [{ post_id: "m", email_only: 1 }] };
    const { posts, tally } = read([...statuses, ...levels, { ...row, id: "m" }], mails);
    expect(posts).toHaveLength(2);
    expect(tally).toBe(
      "1 draft, 3 for members only, 2 sent by mail alone, 1 of which it is not told whether it is published",
    );
  });

  test("names posts whose HTML is missing", () => {
    expect(read([{ ...row, html: null, lexical: "{}" }])).toMatchObject({ posts: [], lacking: ["A boat"] });
  });

  test("whatever is in it is read to its end", () => {
    const odd = [
      null,
      1,
      "x",
      [],
      {},
      { title: 1, status: "published", html: 2 },
      { ...row, published_at: "soon" },
    ];
    expect(read(odd as never, { tags: 1, posts_tags: [null], users: "x" }).posts).toMatchObject([
      { date: null },
    ]);
  });
});

describe("a JSON Feed", () => {
  test("of version 1 has one author", () => {
    const feed = {
      version: "https://jsonfeed.org/version/1",
      author: { name: "Ada" },
      items: [{ id: "https://a.example/1", content_html: "<p>A</p>" }, { id: "2", summary: "Short" }, null],
    };
    expect(isJsonFeed(feed)).toBe(true);
    const [first, second, ...more] = isJsonFeed(feed) ? readJsonFeed(feed, zone) : [];
    expect(first).toMatchObject({
      isWhole: true,
      post: { authors: ["Ada"], address: "https://a.example/1" },
    });
    expect(second).toMatchObject({ isWhole: false, post: { address: null } });
    expect(more).toEqual([]);
  });

  test("is no other JSON", () => {
    for (const json of [null, {}, { version: "1", items: [] }, { version: "https://jsonfeed.org/version/1" }])
      expect(isJsonFeed(json)).toBe(false);
  });
});
