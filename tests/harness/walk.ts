// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const widths = [1440, 390] as const;
export const languages = ['it', 'en'] as const;

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Errors collected on every page: console errors and requests to other hosts. */
  complaints: string[];
  go: (path: string) => Promise<void>;
}

function watch(page: Page, address: string, complaints: string[]): void {
  page.on('console', (message) => {
    if (
      message.type() === 'error' &&
      !/Failed to load resource: the server responded with a status of 4/.test(message.text())
    )
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== address) complaints.push(`asked ${request.url()}`);
  });
}

/** Opens a window that records console errors and requests. HTTP errors of the API are allowed. */
export async function visit(browser: Browser, address: string, width: number, language = 'it'): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 844 : 900 },
    locale: language,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  watch(page, address, complaints);
  const go = async (path: string) => {
    await page.goto(address + path);
    await settled(page);
  };
  return { page, context, complaints, go };
}

/** The same window with a signed-in person. */
export async function asSigned(visiting: Visit, address: string, { cookie }: { cookie: string }): Promise<Visit> {
  const [name = '', value = ''] = cookie.split('=');
  const cookies = [name, 'officina_here'].map((one) => ({
    name: one,
    value: one === name ? value : '1',
    url: address,
  }));
  await visiting.context.addCookies(cookies);
  return visiting;
}

/** Waits until the page has a heading and nothing is loading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main h1');
  await page.waitForFunction(() => !document.querySelector('main .loading'));
}

interface Finding {
  id: string;
  nodes: { target: unknown; failureSummary: string }[];
}

/** axe violations of a settled page (WCAG 2.2 AA and best practices), one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await settled(page);
  // Injected through the debugger: the page's CSP blocks inline scripts.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (context: Document, options: object) => Promise<{ violations: Finding[] }> };
    };
    return (await axe.run(document, { resultTypes: ['violations'] })).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${JSON.stringify(node.target)}: ${node.failureSummary}`),
  );
}

/** Horizontal overflow of the page in pixels. */
export function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Tabs through the page; returns elements that are focused while hidden or without a visible focus indicator. */
export async function keyboardFaults(page: Page, most = 400): Promise<{ stops: number; faults: string[] }> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const faults: string[] = [];
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return null;
      const style = getComputedStyle(focused);
      const box = focused.getBoundingClientRect();
      const shown = (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none';
      const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < window.innerHeight;
      const name = `${focused.tagName.toLowerCase()} ${focused.id} "${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim().slice(0, 40)}"`;
      return { name, shown, seen };
    });
    if (!at) return { stops, faults };
    if (!at.shown) faults.push(`${at.name} shows no focus`);
    if (!at.seen) faults.push(`${at.name} is focused out of sight`);
  }
  return { stops: most, faults: [...faults, 'the Tab key never leaves the page'] };
}

/** Switches the language with the page's own switch; open forms and input are kept. */
async function inLanguage(page: Page, language: 'it' | 'en'): Promise<void> {
  await page.locator(`.languages a[lang=${language}]`).click();
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  await settled(page);
}

/** Faults of the current page: keyboard in the wide layout, then the narrow layout and English. */
export async function faultsOf({ page }: Visit): Promise<string[]> {
  const { pathname } = new URL(page.url());
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  const found = await asItStands(page);
  if (size.width > 500) found.push(...(await keyboardFaults(page)).faults);
  await page.setViewportSize({ width: 390, height: 844 });
  await inLanguage(page, 'en');
  found.push(...(await asItStands(page)).map((one) => `narrow, in English: ${one}`));
  await inLanguage(page, 'it');
  await page.setViewportSize(size);
  return found.map((one) => `${pathname}: ${one}`);
}

async function asItStands(page: Page): Promise<string[]> {
  const sideways = await sidewaysBy(page);
  return [...(await axeFindings(page)), ...(sideways === 0 ? [] : [`scrolls sideways by ${sideways} px`])];
}

const pages = [
  '',
  '/plan',
  '/plan?view=gantt',
  '/plan?view=table',
  '/periphery',
  '/labs',
  '/labs-match',
  '/labs-propose',
  '/qualified-labs',
  '/spaces',
  '/money',
  '/agreements',
  '/organisations',
  '/events',
  '/context',
  '/nowhere',
  '?asOf=2001-01-01',
  '/milestones/nothing',
];
const rooms = [
  'areas',
  'initiatives',
  'milestones',
  'labs',
  'spaces',
  'calls',
  'agreements',
  'organisations',
  'events',
  'indicators',
  'sources',
];

/** Subpages of an item. */
const beyond: Record<string, string[]> = { labs: ['claim'] };

/** The page of the first item of each room. */
async function itemPages(address: string, programme: string): Promise<string[]> {
  const asked = rooms.map(async (room) => {
    const reply = await fetch(`${address}/api/v1/programmes/${programme}/${room}`);
    const { items } = (await reply.json()) as { items: { key: string }[] };
    return items
      .slice(0, 1)
      .flatMap(({ key }) => [`/${room}/${key}`, ...(beyond[room] ?? []).map((page) => `/${room}/${key}/${page}`)]);
  });
  return (await Promise.all(asked)).flat();
}

/** Horizontal overflow in the other width, after the charts have resized. */
async function sidewaysElsewhere(page: Page): Promise<number> {
  const here = page.viewportSize() ?? { width: 0, height: 900 };
  await page.setViewportSize({ ...here, width: widths.find((width) => width !== here.width) ?? here.width });
  const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  await page.waitForFunction(fits, undefined, { timeout: 5000 }).catch(() => undefined);
  const by = await sidewaysBy(page);
  await page.setViewportSize(here);
  return by;
}

/** Combinations of language and width: each language is checked in one layout, because the document is the same. */
export const looks = [
  ['it', 1440],
  ['en', 390],
] as const;

/** Faults of one page in a window. */
async function faultsAt(
  { page, complaints, go }: Visit,
  language: string,
  to: string,
  path: string,
): Promise<string[]> {
  await go(`/${language}/${to}${path}`);
  const faults = await axeFindings(page);
  const sideways = await sidewaysBy(page);
  if (sideways !== 0) faults.push(`scrolls sideways by ${sideways} px`);
  const elsewhere = await sidewaysElsewhere(page);
  if (elsewhere !== 0) faults.push(`scrolls sideways by ${elsewhere} px in the other width`);
  if ((await page.getAttribute('html', 'lang')) !== language) faults.push(`is not told to be in ${language}`);
  if ((await page.title()) === '') faults.push('has no title');
  return [...faults, ...complaints.splice(0)].map((fault) => `${path}, in ${language}: ${fault}`);
}

/**
 * Opens every page of a programme and returns its faults, one line each. Pages alternate between wide Italian and
 * narrow English; `turn` sets the first one, so that two programmes cover every page in both.
 */
export async function pageFaults(browser: Browser, address: string, programme: string, turn: 0 | 1): Promise<string[]> {
  const windows = await Promise.all(looks.map(([language, width]) => visit(browser, address, width, language)));
  const faults: string[] = [];
  const all = [...pages, ...(await itemPages(address, programme))];
  for (const [at, path] of all.entries()) {
    const look = (at + turn) % 2;
    const [seen, [language] = looks[0]] = [windows[look], looks[look]];
    if (seen) faults.push(...(await faultsAt(seen, language, programme, path)));
  }
  for (const { context } of windows) await context.close();
  return faults;
}
