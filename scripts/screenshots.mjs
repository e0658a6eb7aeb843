// Takes the screenshots: creates an account with forms over plain HTTP, then opens the pages in Chromium.
// node screenshots.mjs URL DATA-FOLDER PICTURE-FOLDER
import { chromium } from '@playwright/test';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Browser } from './bench/browser.mjs';
import { fillIn, start, submit } from './bench/form.mjs';
import { makeAccount } from './bench/resident.mjs';

const SAVE = '/api/drafts/save-page';
/** Viewports; longer pages are cut off. */
const SIZES = [{ width: 360, height: 1000 }, { width: 768, height: 1100 }, { width: 1280, height: 960 }];

const [url, data, folder] = process.argv.slice(2);
const browser = new Browser(url);
await makeAccount(browser, data, { first: 'Margaret', last: 'Ashworth', email: 'margaret@example.com', phone: '07700 900 406' });

const sent = await start(browser, 'care-needs');
await fillIn(browser, sent, { own: { p_first: 'Margaret', p_last: 'Ashworth' } });
const copy = await submit(browser, sent);

// Three drafts: one just started, one half done, one nearly done.
const begun = await start(browser, 'care-needs');
await fillIn(browser, begun, { pages: 2 });
const nearly = await start(browser, 'carers-assessment');
await fillIn(browser, nearly, { pages: 24 });
const draft = await start(browser, 'care-needs');
await fillIn(browser, draft, { pages: 11 });

// A page with an error: a required question without an answer.
const page = await browser.get(`${draft}/what-is-happening`);
const wrong = await browser.submit(page, SAVE, [['answers[since][]', 'months'], ['go', 'continue']]);
if (!wrong.path.endsWith('?check')) throw new Error('the page with an error has none');

const screens = [
    { name: 'home', path: '/', signedIn: false },
    { name: 'before-you-start', path: '/forms/care-needs', signedIn: false },
    { name: 'form-page-with-error', path: wrong.path },
    { name: 'task-list', path: draft },
    { name: 'my-account', path: '/account' },
    { name: 'submitted-form', path: copy },
];
const cookies = browser.cookies.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
});
browser.close();

const chrome = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'] });
for (const size of SIZES) {
    for (const { name, path, signedIn = true } of screens) {
        const context = await chrome.newContext({ viewport: size, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
        if (signedIn) await context.addCookies(cookies);
        const page = await context.newPage();
        const answer = await page.goto(url + path, { waitUntil: 'networkidle' });
        if (answer.status() !== 200) throw new Error(`${path} answered ${answer.status()}`);
        const file = join(folder, `${name}-${size.width}.png`);
        await page.screenshot({ path: file });
        console.log(`${name}-${size.width}.png: ${Math.ceil(statSync(file).size / 1000)} kB`);
        await context.close();
    }
}
await chrome.close();
