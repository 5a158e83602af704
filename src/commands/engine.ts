// How the engine takes memory, in every command: as it is needed.

import { setFlagsFromString } from "node:v8";

// The engine's nursery grows to a hundred megabytes where much is made and soon forgotten, and is hardly faster for it
// here: of 10,000 articles unchanged, 350 MB at most became 240 MB.
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--min-semi-space-size=2");
// What outlives the nursery is swept when it has grown by half, not by three times: of 10,000 articles from nothing,
// 440 MB at most became 370, for a thirtieth of the time.
setFlagsFromString("--heap-growing-percent=50");
