// Saves what is typed into a form while it is typed, and says so. Without it the form works by its buttons alone.
"use strict";

(() => {
  const form = document.querySelector("form[data-draft]");
  if (!form) return;

  const status = form.querySelector("[data-draft-status]");
  const address = form.dataset.draft;
  const afterTyping = 1500;
  const atMost = 3000;

  let token = form.dataset.draftToken;
  let saved = text();
  let changedAt = 0;
  let waiting = 0;
  let busy = false;
  let stopped = false;

  // What people filled in; who asks, and for which page, is said anew each time.
  function fields() {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (name !== "form-token" && typeof value === "string") data.append(name, value);
    }
    return data;
  }

  function text() {
    const data = fields();
    for (const name of [...data.keys()]) if (name.startsWith("version-")) data.delete(name);
    return data.toString();
  }

  function say(words, isLate) {
    if (status.textContent === words) return;
    status.textContent = words;
    status.classList.toggle("late", Boolean(isLate));
  }

  function plan() {
    if (stopped) return;
    const now = Date.now();
    if (!changedAt) changedAt = now;
    clearTimeout(waiting);
    waiting = setTimeout(save, Math.max(0, Math.min(afterTyping, changedAt + atMost - now)));
  }

  async function save() {
    if (stopped) return;
    if (busy) {
      waiting = setTimeout(save, 500);
      return;
    }
    const sent = text();
    if (sent === saved) {
      changedAt = 0;
      return;
    }
    busy = true;
    changedAt = 0;
    try {
      await send(sent, true);
    } catch {
      say("Not saved: the connection is lost. What you typed is still on this page, and is saved as soon as it is back.", true);
      setTimeout(plan, 2000);
    }
    busy = false;
    if (text() !== saved) plan();
  }

  function learn(versions) {
    for (const [part, version] of Object.entries(versions)) {
      const field = form.querySelector(`input[name="version-${part}"]`);
      if (field) field.value = version;
    }
  }

  function over() {
    stopped = true;
    say("Not saved: this can be written no longer. Copy what you typed before you leave the page.", true);
  }

  async function send(sent, mayAskAgain) {
    const data = fields();
    data.append("form-token", token);
    const answer = await fetch(address, {
      method: "POST",
      body: data,
      credentials: "same-origin",
      redirect: "manual",
      signal: AbortSignal.timeout(4000),
    });
    if (answer.status === 200) {
      const told = await answer.json();
      learn(told.versions);
      saved = sent;
      say(`Saved at ${told.at}.`);
    } else if (answer.status === 403 && mayAskAgain) {
      const fresh = await fetch(address, { credentials: "same-origin", redirect: "manual" });
      if (fresh.status !== 200) return over();
      token = (await fresh.json()).token;
      const field = form.querySelector('input[name="form-token"]');
      const page = fresh.headers.get("x-form-token");
      if (field && page) field.value = page;
      await send(sent, false);
    } else if (answer.status === 409) {
      stopped = true;
      const told = await answer.json();
      learn(told.versions);
      say(`Not saved: ${told.by} has changed this part meanwhile. What you typed is still here: press the button, and you see both.`, true);
    } else if (answer.status === 401) {
      say("Not saved: you are signed out. What you typed is still here. Sign in again in another window, or press the button and sign in there.", true);
      setTimeout(plan, 3000);
    } else if (answer.status === 403 || answer.status === 404) {
      over();
    } else if (answer.status === 413 || answer.status === 422) {
      say("Not saved: it is too long. Shorten it.", true);
      saved = sent;
    } else {
      throw new Error(String(answer.status));
    }
  }

  form.addEventListener("input", plan);
  form.addEventListener("change", plan);
  window.addEventListener("online", plan);
  window.addEventListener("beforeunload", (event) => {
    if (text() !== saved && !leaving) event.preventDefault();
  });
  let leaving = false;
  form.addEventListener("submit", () => {
    leaving = true;
    stopped = true;
  });
})();
