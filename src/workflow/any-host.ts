// What any JavaScript engine lends to the workflow: packing and hashing without the help of the machine.
import { sha256Hex } from "../core/sha256.js";
import { webCodec } from "../xlsx/codec.js";
import type { Host } from "./round.js";

/** Runs in browsers; slower than a host's own zlib. */
export const anyHost: Host = { codec: webCodec, sha256: sha256Hex };
