// Creates an account with one submitted form and one that is filled in but not submitted, and prints their paths.
// node prepare.mjs URL DATA-FOLDER FORM
import { Browser } from './browser.mjs';
import { fillIn, start, submit } from './form.mjs';
import { makeAccount } from './resident.mjs';

const [url, data, form] = process.argv.slice(2);
const browser = new Browser(url);
const person = { first: 'Margaret', last: 'Ashworth', email: 'margaret@example.com', phone: '07700 900 406' };
await makeAccount(browser, data, person);

const sent = await start(browser, form);
await fillIn(browser, sent);
const copy = await submit(browser, sent);

const draft = await start(browser, form);
const end = await fillIn(browser, draft);
if (!end.path.endsWith('/check')) throw new Error('the form was not filled in to its end');
browser.close();
console.log(JSON.stringify({ cookie: browser.cookies, copy, draft }));
