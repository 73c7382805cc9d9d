// The standalone page: the app on files, without any host.
import type { App } from "../ui/app.js";
import { startApp } from "../ui/app.js";
import { startBackground } from "../ui/background.js";
import { fromFolder } from "./from-folder.js";
import { pagePlatform } from "./platform.js";

function start(): void {
  const root = document.getElementById("app");
  if (root === null) throw new Error("the page has no place for the app");
  if (location.protocol === "file:") return root.replaceChildren(fromFolder());
  const spawn = (): Worker => new Worker(new URL("./worker/main.ts", import.meta.url), { name: "tonghop" });
  const app = startApp(root, pagePlatform(startBackground(spawn)));
  askBeforeLeaving(app);
  // Later, so that keeping the page's files does not hold up its opening.
  void app.settled().then(keepForOffline);
}

function keepForOffline(): void {
  if ("serviceWorker" in navigator && window.isSecureContext) void navigator.serviceWorker.register("service-worker.js");
}

function askBeforeLeaving(app: App): void {
  window.addEventListener("beforeunload", (event) => {
    const { checked, demo, targets, round } = app.state();
    const lost = targets !== null && round === null && !app.reviewKept();
    if (lost || (checked !== null && !demo)) event.preventDefault();
  });
}

// In a task of its own: the browser has just read the whole program.
setTimeout(start);
