// Everything works without this script; it keeps what is shown fresh, and a second click from being sent.
"use strict";

// A form is sent once. The server takes no second payment either.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  for (const button of form.querySelectorAll("button")) {
    // Disabled only after the browser has read which button was pressed.
    setTimeout(() => { button.disabled = true; }, 0);
  }
});

// The back button shows the page as it was left: its buttons must work again.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.forms) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button")) button.disabled = false;
  }
});

// Parts that are marked are read again every two seconds and replaced when they changed, but never under the reader's hands.
const live = () => [...document.querySelectorAll("[data-live]")];
async function refresh() {
  try {
    const answer = await fetch(location.href, { headers: { "X-Refresh": "1" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of live()) {
      const next = fresh.getElementById(part.id);
      if (next && next.dataset.live !== part.dataset.live && !part.contains(document.activeElement)) {
        part.replaceChildren(...next.childNodes);
        part.dataset.live = next.dataset.live;
      }
    }
    document.documentElement.dataset.offline = "no";
  } catch {
    // The shop is being started again.
    document.documentElement.dataset.offline = "yes";
  }
}
if (live().length > 0) {
  setInterval(() => { if (!document.hidden) refresh(); }, 2000);
}
