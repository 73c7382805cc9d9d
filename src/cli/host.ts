// What this machine lends to the workflow: zlib and SHA-256.
import { createHash } from "node:crypto";
import type { Host } from "../workflow.js";
import { nodeCodec } from "./node-codec.js";

export const nodeHost: Host = {
  codec: nodeCodec,
  sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
};
