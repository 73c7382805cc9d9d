// Keeps the page's own files, so that it opens without a network. It never asks for anything else.
const CACHE = "tonghop-{{version}}";
const FILES = ["{{files}}"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  const drop = (names) =>
    Promise.all(names.filter((name) => name.startsWith("tonghop-") && name !== CACHE).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(drop));
});

// The names of scripts and styles say what is in them, so a kept one is the right one; the page itself is asked for anew where it can be had.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(request.mode === "navigate" ? fresh(request) : kept(request).then((own) => own ?? fetch(request)));
});

function kept(request) {
  return caches.match(request, { ignoreSearch: true });
}

async function fresh(request) {
  const answer = await fetch(request).catch(() => null);
  return answer?.ok ? answer : ((await kept(request)) ?? answer ?? Response.error());
}
