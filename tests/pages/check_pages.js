// Every page that the command makes of every example, in a browser: check_pages.js PHB SOURCE PARTS
// FRAGMENTS [SCREENSHOTS]
//
// PARTS is the folder where npm put playwright-core and axe-core; without one the test is skipped,
// and one without them fails. FRAGMENTS prints a page of a host with parts of pages on it. Into
// SCREENSHOTS go pictures of some, to be looked at.
"use strict";

const { spawnSync } = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");

const [PHB, SOURCE, PARTS, FRAGMENTS, SCREENSHOTS] = process.argv
  .slice(2)
  .map((name) => path.resolve(name));
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDE = { width: 1280, height: 900 };
const PAPER = { width: 680, height: 970 }; // A4 less its margins
const NARROW = { width: 320, height: 640 }; // what 1280 pixels are at 400 %
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

// ---- what is looked at ----

function examplesIn(folder) {
  return fs
    .readdirSync(path.join(SOURCE, "docs/examples", folder))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => path.join("docs/examples", folder, name));
}

// Exit status 1 is of a check that found something, and of reviews that are overdue.
function output(program, args) {
  const done = spawnSync(program, args, { cwd: SOURCE, encoding: "utf8", maxBuffer: 1 << 26 });
  if (done.status !== 0 && done.status !== 1) {
    throw new Error(`${args.join(" ")}: ${done.stderr || done.error}`);
  }
  return done.stdout;
}

// A budget, and a plan that holds one: has it something to cost?
function holdsBudget(file) {
  return "budget" in JSON.parse(fs.readFileSync(path.join(SOURCE, file), "utf8"));
}

function commands() {
  const all = [];
  const plans = examplesIn("plans");
  const costed = [...examplesIn("budgets"), ...plans.filter(holdsBudget)];
  costed.forEach((file) => {
    all.push(["cost", file], ["cost", file, "--explain", "all"], ["check", file]);
  });
  plans.forEach((file) => {
    all.push(["chain", file], ["reviews", file], ["reviews", file, "--as-of", "2027-06-01"]);
  });
  plans.filter((file) => !holdsBudget(file)).forEach((file) => all.push(["check", file]));
  const budget = "docs/examples/budgets/adult-chc.json";
  ["lines", "payslips", "totals", "instalments", "notes"].forEach((table) => {
    all.push(["cost", budget, "--table", table]);
  });
  const line = "docs/examples/budgets/one-assistant.json";
  all.push(["cost", line, "--explain", "pa-1/employer_ni/2026-04-06"], ["diff", line, "--next-year"]);
  all.push(["rates", "employer_ni"], ["rates", "bank_holidays"]);
  return all;
}

// ---- what is wrong with it ----

// Runs in the page. Nothing may reach beyond it but what moves inside a box of its own, which
// nothing does on paper.
function faultsOfLayout(isPaper) {
  const faults = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    faults.push(`the page is ${document.documentElement.scrollWidth} wide, the screen ${width}`);
  }
  for (const element of document.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect();
    if ((box.right > width + 1 || box.left < -1) && (isPaper || !element.closest(".phb-scroll"))) {
      faults.push(`reaches beyond the screen: ${element.outerHTML.slice(0, 120)}`);
    }
  }
  return faults.slice(0, 3);
}

// Runs in the page.
function faultsOfMarkup() {
  const faults = [];
  const all = [...document.querySelectorAll("*")];
  const times = all.filter((e) => e.matches("time") && !/^\d{4}-\d\d-\d\d$/.test(e.dateTime));
  const handlers = all.filter((e) => [...e.attributes].some((a) => /^on|^href$|^src$/.test(a.name)));
  const tables = all.filter((e) => e.matches("table"));
  const rest = tables.filter((e) => !e.caption || !e.caption.textContent.trim());
  const cells = all.filter((e) => e.matches("th") && !e.scope);
  const levels = all.filter((e) => /^H[1-6]$/.test(e.tagName)).map((e) => Number(e.tagName[1]));
  const jumps = levels.filter((level, i) => (i === 0 ? level !== 1 : level > levels[i - 1] + 1));
  if (document.scripts.length > 0) faults.push("a script");
  if (handlers.length > 0) faults.push(`a handler, link or source: ${handlers[0].outerHTML}`);
  if (document.querySelector("section.phb [id]")) faults.push("an id");
  if (times.length > 0) faults.push(`no day: ${times[0].outerHTML}`);
  if (rest.length > 0) faults.push("a table without a caption");
  if (cells.length > 0) faults.push(`a heading of nothing: ${cells[0].outerHTML}`);
  if (jumps.length > 0) faults.push(`headings out of order: ${levels}`);
  if (document.documentElement.lang !== "en-GB") faults.push("no language");
  return faults;
}

async function faultsOfAxe(page, options) {
  const result = await page.evaluate((how) => window.axe.run(document, how), options);
  return result.violations.map(
    (violation) => `${violation.id}: ${violation.help}: ${violation.nodes[0].html.slice(0, 160)}`,
  );
}

class Browser {
  constructor(page, axe) {
    this.page = page;
    this.axe = axe;
    this.heard = [];
    this.file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "phb-pages-")), "page.html");
    this.address = `file://${this.file}`;
    page.on("console", (message) => this.heard.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => this.heard.push(`error: ${error.message}`));
    page.on("request", (request) => {
      if (request.url() !== this.address) this.heard.push(`request: ${request.url()}`);
    });
  }

  async open(html) {
    this.heard.length = 0;
    fs.writeFileSync(this.file, html);
    await this.page.setViewportSize(WIDE);
    await this.page.goto(this.address);
  }

  // The page as it comes; then as axe sees it; then on a small screen.
  async faults(html) {
    await this.open(html);
    const faults = await this.page.evaluate(faultsOfMarkup);
    faults.push(...(await this.page.evaluate(faultsOfLayout)), ...this.heard);
    await this.page.evaluate(this.axe);
    const only = { type: "tag", values: TAGS };
    faults.push(...(await faultsOfAxe(this.page, { runOnly: only, resultTypes: ["violations"] })));
    await this.page.setViewportSize(NARROW);
    faults.push(...(await this.page.evaluate(faultsOfLayout)));
    const rule = { type: "rule", values: ["scrollable-region-focusable"] };
    faults.push(...(await faultsOfAxe(this.page, { runOnly: rule })));
    await this.page.setViewportSize(PAPER);
    await this.page.emulateMedia({ media: "print" });
    faults.push(...(await this.page.evaluate(faultsOfLayout, true)).map((fault) => `paper: ${fault}`));
    await this.page.emulateMedia({ media: "screen" });
    return faults;
  }

  async photograph(name) {
    const folder = SCREENSHOTS;
    fs.mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}-narrow.png`), fullPage: true });
    await this.page.setViewportSize(WIDE);
    await this.page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
    await this.page.pdf({ path: path.join(folder, `${name}.pdf`), format: "A4" });
  }
}

// ---- the tests ----

// Pages that are wrong, each in its own way, and what is to be found there.
const WRONG = [
  ["a script", "<script>1</script>", "a script"],
  ["a handler", '<p onclick="x()">y</p>', "a handler"],
  ["a request", '<p style="background:url(http://127.0.0.1:9/x)">y</p>', "request: "],
  ["a table without a caption", "<table><tr><td>y</td></tr></table>", "a table without"],
  ["what is too wide", '<p style="width:500px">y</p>', "the page is 500"],
  ["pale words", '<p style="color:#aaa">Pale words</p>', "color-contrast"],
  ["a heading left out", "<h3>y</h3>", "headings out of order"],
];

function aroundIt(body) {
  return `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>x</title></head>
<body style="margin:0"><main><h1>x</h1>${body}</main></body></html>`;
}

class Tap {
  constructor() {
    this.count = 0;
    this.failed = 0;
  }

  check(name, faults) {
    this.count += 1;
    this.failed += faults.length > 0 ? 1 : 0;
    faults.forEach((fault) => console.log(`# ${fault.replace(/\s+/g, " ")}`));
    console.log(`${faults.length > 0 ? "not ok" : "ok"} ${this.count} - ${name.replace(/#/g, "")}`);
  }
}

async function checkAll(browser, tap) {
  for (const [name, body, fault] of WRONG) {
    const found = await browser.faults(aroundIt(body));
    const isFound = found.some((words) => words.startsWith(fault));
    tap.check(`${name} is found`, isFound ? [] : [`only: ${found.join("; ")}`]);
  }
  for (const args of commands()) {
    const name = args.join(" ").replace(/docs\/examples\//g, "");
    tap.check(name, await browser.faults(output(PHB, [...args, "--format", "html"])));
    if (SCREENSHOTS) await browser.photograph(name.replace(/[^\w.-]+/g, "_"));
  }
  tap.check("parts of pages on a host's page", await browser.faults(output(FRAGMENTS, ["docs/examples/budgets/one-assistant.json", "docs/examples/plans/draft.json"])));
  if (SCREENSHOTS) await browser.photograph("host");
}

async function main() {
  if (!fs.existsSync(PARTS)) {
    console.log("1..0 # SKIP ./dev test brings a browser and what drives it");
    return;
  }
  const { chromium } = require(path.join(PARTS, "node_modules/playwright-core"));
  const axe = fs.readFileSync(path.join(PARTS, "node_modules/axe-core/axe.min.js"), "utf8");
  const tap = new Tap();
  const running = await chromium.launch({
    executablePath: BROWSERS.find((program) => fs.existsSync(program)),
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  try {
    const context = await running.newContext({ bypassCSP: true });
    await checkAll(new Browser(await context.newPage(), axe), tap);
  } finally {
    await running.close();
  }
  console.log(`1..${tap.count}`);
  process.exitCode = tap.failed > 0 ? 1 : 0;
}

main().catch((error) => {
  console.log(`Bail out! ${error.message.split("\n")[0]}`);
  process.exitCode = 1;
});
