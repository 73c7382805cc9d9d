// A reading worker with moods: names of files say whether it answers, hangs, dies or eats all memory. The rest is read as always.
import { parentPort } from "node:worker_threads";

const on = parentPort.on.bind(parentPort);
const listeners = [];
parentPort.on = (_name, listener) => listeners.push(listener);
await import(process.env["TONGHOP_WORKER"]);

on("message", (task) => {
  if (task.file.includes("treo")) for (;;);
  if (task.file.includes("chet")) process.exit(1);
  if (task.file.includes("nem")) throw new Error("a fault in the reader");
  if (task.file.includes("nho")) {
    const eaten = [];
    for (;;) eaten.push(new Array(100_000).fill(task.file + eaten.length));
  }
  for (const one of listeners) one(task);
});
