// Creates an account page by page, with the security codes from the development outbox.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PASSWORD = 'kettle violin badger';

/** Creates an account and leaves the browser signed in. */
export async function makeAccount(browser, data, { first, last, email, phone }) {
    let page = await browser.get('/create-account');
    page = await withCode(data, email, () => browser.submit(page, '/api/account/begin', [['email', email]]), async (sent, code) =>
        browser.submit(sent, '/api/account/email-code', [['code', code]]));
    page = await browser.submit(page, '/api/account/password', [['first_name', first], ['last_name', last], ['password', PASSWORD]]);
    const answers = [['phone', phone], ['how', 'text']];
    return withCode(data, null, () => browser.submit(page, '/api/account/phone', answers), async (sent, code) =>
        browser.submit(sent, '/api/account/phone-code', [['code', code]]));
}

/** Requests a code, waits for it, and continues with it. */
async function withCode(data, to, requestCode, useCode) {
    const before = messages(data).length;
    const page = await requestCode();
    for (let waited = 0; waited < 10_000; waited += 20) {
        const sent = messages(data).slice(before).find((message) => (to ? message.to === to : message.channel === 'sms'));
        const code = sent?.body.match(/\b\d{6}\b/)?.[0];
        if (code) return useCode(page, code);
        await sleep(20);
    }
    throw new Error('no security code arrived within 10 seconds');
}

function messages(data) {
    try {
        // The line after the last line break is still being written.
        const lines = readFileSync(join(data, 'outbox.jsonl'), 'utf8').split('\n').slice(0, -1);
        return lines.map((line) => JSON.parse(line));
    } catch (error) {
        if (error.code === 'ENOENT') return [];
        throw error;
    }
}
