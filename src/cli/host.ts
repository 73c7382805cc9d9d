// What this machine lends to the workflow: zlib and SHA-256.
import { createHash } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Host } from "../workflow.js";
import { nodeCodec } from "./node-codec.js";

export const nodeHost: Host = {
  codec: nodeCodec,
  sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
  clear,
};

/** Below this much memory in use, clearing is not worth its time. */
const MUCH_BYTES = 200 * 1048576;

/** Node lets garbage lie as long as the machine has memory; an office machine has other programs open. */
function clear(): void {
  if (process.memoryUsage.rss() < MUCH_BYTES) return;
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") (collect as () => void)();
}
