// What any JavaScript engine lends to the workflow: packing and hashing without the help of the machine.
import { sha256Hex } from "../core/sha256.js";
import { webCodec } from "../xlsx/codec.js";
import { partMemory } from "../xlsx/part-memory.js";
import type { Host } from "./round.js";

/** Runs in browsers; slower than a host's own zlib. */
export const anyHost: Host = { codec: webCodec, sha256: sha256Hex };

/** The same host for reading a batch: equal parts of its workbooks are taken apart once. Let it go with the batch. */
export function batchHost(host: Host): Host {
  return { ...host, memory: partMemory() };
}
