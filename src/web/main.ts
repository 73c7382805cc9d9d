// The standalone page: the app on files, without any host.
import type { App } from "../ui/app.js";
import { startApp } from "../ui/app.js";
import { startBackground } from "../ui/background.js";
import { pagePlatform } from "./platform.js";

function start(): void {
  const root = document.getElementById("app");
  if (root === null) throw new Error("the page has no place for the app");
  const spawn = (): Worker => new Worker(new URL("./worker/main.ts", import.meta.url), { name: "tonghop" });
  askBeforeLeaving(startApp(root, pagePlatform(startBackground(spawn))));
}

function askBeforeLeaving(app: App): void {
  window.addEventListener("beforeunload", (event) => {
    const { checked, demo, targets, round } = app.state();
    const reviewing = targets !== null && round === null;
    if (reviewing || (checked !== null && !demo)) event.preventDefault();
  });
}

// In a task of its own: the browser has just read the whole program.
setTimeout(start);
if ("serviceWorker" in navigator && location.protocol === "https:") void navigator.serviceWorker.register("service-worker.js");
