// Runs before everything else and in the oldest browsers: offers the page when office.js is blocked or the pane does not start in 5 s.
(function () {
  var WAIT_MS = 5000;

  function offer() {
    var root = document.documentElement;
    var fallback = document.getElementById("fallback");
    var loading = document.getElementById("loading");
    if (root.getAttribute("data-ready") || !fallback) return;
    fallback.removeAttribute("hidden");
    if (loading) loading.setAttribute("hidden", "");
  }

  function offerSoon() {
    if (document.getElementById("fallback")) offer();
    else window.setTimeout(offerSoon, 50);
  }

  // Scripts that cannot be fetched are told only on the way down.
  window.addEventListener(
    "error",
    function (event) {
      var source = event.target;
      if (source === window || (source && source.tagName === "SCRIPT")) offerSoon();
    },
    true,
  );
  window.setTimeout(offerSoon, WAIT_MS);
})();
