"use strict";
/* Small comforts of the console. Every page works without them; texts come from the page's data attributes. */
(() => {
  document.documentElement.classList.add("js");

  const on = (type, selector, act) =>
    document.addEventListener(type, (event) => {
      const target = event.target instanceof Element && event.target.closest(selector);
      if (target) act(target, event);
    });

  /* Copy buttons: the value is the button's own, or the text of the element it names. */
  on("click", "[data-copy]", async (button) => {
    const source = button.dataset.copyFrom && document.getElementById(button.dataset.copyFrom);
    const value = source ? source.textContent : button.dataset.copy;
    const label = button.querySelector("[data-label]");
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      const field = document.createElement("textarea");
      field.value = value;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    const before = button.dataset.before ?? label.textContent;
    button.dataset.before = before;
    button.dataset.done = "";
    label.textContent = button.dataset.doneText;
    setTimeout(() => { label.textContent = before; delete button.dataset.done; }, 2000);
  });

  /* Show or hide what is typed into a secret field. */
  on("click", "[data-reveal]", (button) => {
    const field = document.getElementById(button.dataset.reveal);
    const show = field.type === "password";
    field.type = show ? "text" : "password";
    button.setAttribute("aria-pressed", String(show));
    button.querySelector("[data-label]").textContent = show ? button.dataset.hide : button.dataset.show;
  });

  /* A form is sent once. The button keeps its name in the request, so it is only marked, not disabled. */
  on("submit", "form", (form, event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (event.defaultPrevented || form.method.toLowerCase() !== "post") return;
    for (const field of form.querySelectorAll("[data-reveal]")) {
      const secret = document.getElementById(field.dataset.reveal);
      if (secret) secret.type = "password";
    }
    form.dataset.sent = "yes";
    const button = event.submitter;
    if (button) {
      button.setAttribute("aria-busy", "true");
      button.setAttribute("aria-disabled", "true");
      if (button.dataset.busy) button.querySelector("[data-label]").textContent = button.dataset.busy;
    }
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) for (const form of document.querySelectorAll("form[data-sent]")) location.reload(form);
  });

  /* Advice at the field while typing: the usual mistakes, before anything is sent. */
  const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
  const advise = (field) => {
    const box = document.getElementById(field.id + "-advice");
    if (!box) return;
    const value = field.value.trim();
    const other = field.dataset.otherThan && document.getElementById(field.dataset.otherThan);
    let advice = "";
    if (value && field.dataset.kind === "secret" && guid.test(value)) advice = box.dataset.guid;
    if (value && field.dataset.kind === "guid" && !guid.test(value)) advice = box.dataset.noGuid;
    if (value && field.dataset.kind === "tenant" && !guid.test(value) && !/^[^\s@]+\.[^\s@]+$/.test(value)) advice = box.dataset.noGuid;
    if (value && other && other.value.trim().toLowerCase() === value.toLowerCase()) advice = box.dataset.same;
    box.querySelector("[data-label]").textContent = advice ?? "";
    box.hidden = !advice;
  };
  on("input", "[data-kind]", (field) => advise(field));
  on("change", "[data-kind]", (field) => {
    field.value = field.value.trim();
    advise(field);
  });

  /* Navigation on small screens. */
  on("click", ".nav-toggle", (button) => {
    const open = document.querySelector(".nav").classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
  });

  /* Search in the tenant switcher. */
  on("input", "[data-find]", (field) => {
    const wanted = field.value.trim().toLowerCase();
    for (const item of document.querySelectorAll(field.dataset.find)) {
      item.hidden = !item.textContent.toLowerCase().includes(wanted);
    }
  });
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.switch[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  /* Tabs after the ARIA pattern: arrows move, one panel shows. */
  const choose = (tab) => {
    for (const each of tab.parentElement.querySelectorAll("[role=tab]")) {
      const chosen = each === tab;
      each.setAttribute("aria-selected", String(chosen));
      each.tabIndex = chosen ? 0 : -1;
      document.getElementById(each.getAttribute("aria-controls")).hidden = !chosen;
    }
  };
  on("click", "[role=tab]", (tab) => choose(tab));
  on("keydown", "[role=tab]", (tab, event) => {
    const tabs = [...tab.parentElement.querySelectorAll("[role=tab]")];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
      choose(next);
      next.focus();
    }
  });

  /* Filters and choices apply at once; without this script there is a button. */
  on("change", "[data-apply] select", (field) => field.form.requestSubmit());
  for (const button of document.querySelectorAll("[data-apply] [data-no-script]")) button.hidden = true;

  /* What is as it stands needs no place in the address; a change is tried at once. */
  document.addEventListener("formdata", (event) => {
    if (!event.target.matches("[data-changed-only]")) return;
    for (const field of event.target.querySelectorAll("select, input:not([type=checkbox])")) {
      if (field.value === (field.dataset.current ?? "")) event.formData.delete(field.name);
    }
  });
  on("change", "[data-changed-only] :is(input, select)", (field) => {
    sessionStorage.setItem("chronom-field", field.id || field.name);
    sessionStorage.setItem("chronom-scroll", String(scrollY));
    field.form.requestSubmit();
  });
  if (document.querySelector("[data-changed-only]") && sessionStorage.getItem("chronom-field")) {
    const key = sessionStorage.getItem("chronom-field");
    const field = document.getElementById(key) ?? document.getElementsByName(key)[0];
    field?.focus({ preventScroll: true });
    scrollTo(0, Number(sessionStorage.getItem("chronom-scroll")));
    sessionStorage.removeItem("chronom-field");
  }

  /* Escape closes the drawer by its own link. */
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document.querySelector(".drawer [data-close]")?.click();
      for (const menu of document.querySelectorAll("details.switch[open]")) menu.open = false;
    }
  });
  (document.querySelector("[role=alert][data-autofocus]") ?? document.querySelector("[data-autofocus]"))?.focus();

  /* Live progress: say so when the server can't be reached, and go on trying. */
  if (window.jQuery) {
    const lost = (gone) => { const line = document.querySelector(".lost"); if (line) line.hidden = !gone; };
    jQuery(document).on("pfAjaxError", () => lost(true)).on("pfAjaxSuccess", () => lost(false));
  }
})();

/* Charts take their colors from the tokens, so that they follow light, dark and print. */
function chronomChart() {
  const tokens = getComputedStyle(document.documentElement);
  const token = (name) => tokens.getPropertyValue(name).trim();
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const config = this.cfg.config;
  config.options = config.options ?? {};
  Object.assign(config.options, { responsive: true, maintainAspectRatio: false, animation: still ? false : { duration: 150 }, indexAxis: "y" });
  config.options.plugins = { ...config.options.plugins, legend: { display: config.data.datasets.length > 1, labels: { color: token("--ink") } } };
  const palette = ["--accent", "--good", "--warn", "--bad", "--line-strong"];
  config.data.datasets.forEach((set, index) => {
    set.backgroundColor = token(palette[index % palette.length]);
    set.borderRadius = 4;
    set.maxBarThickness = 28;
  });
  const axis = (grid) => ({ ticks: { color: token("--ink-soft"), font: { family: token("--font"), size: 13 } }, grid: { color: token("--line"), display: grid }, border: { display: false } });
  const most = innerWidth < 640 ? 16 : 30;
  const short = function (value) {
    const label = this.getLabelForValue(value);
    return label.length > most ? `${label.slice(0, most - 1)}…` : label;
  };
  const names = axis(false);
  Object.assign(names.ticks, { autoSkip: false, callback: short });
  config.options.scales = { x: { ...axis(true), beginAtZero: true, stacked: true }, y: { ...names, stacked: true } };
}

/* Lines over time: the newest at the right. */
function chronomTrend() {
  const tokens = getComputedStyle(document.documentElement);
  const token = (name) => tokens.getPropertyValue(name).trim();
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const config = this.cfg.config;
  const axis = (grid) => ({ ticks: { color: token("--ink-soft"), font: { family: token("--font"), size: 13 }, maxRotation: 0, autoSkip: true }, grid: { color: token("--line"), display: grid }, border: { display: false } });
  config.options = { ...config.options, responsive: true, maintainAspectRatio: false, animation: still ? false : { duration: 150 } };
  config.options.plugins = { ...config.options.plugins, legend: { display: true, labels: { color: token("--ink") } } };
  config.data.datasets.forEach((set, index) => {
    set.borderColor = set.backgroundColor = token(["--accent", "--good"][index % 2]);
    set.borderDash = index === 1 ? [6, 4] : [];
    set.pointRadius = config.data.labels.length > 60 ? 0 : 3;
    set.borderWidth = 2;
    set.tension = 0;
  });
  config.options.scales = { x: axis(false), y: { ...axis(true), beginAtZero: true } };
}
