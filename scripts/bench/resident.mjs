// Somebody with an account, made page by page; the codes come out of the outbox of development.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PASSWORD = 'kettle violin badger';

/** Makes an account in a browser and leaves it signed in. */
export async function makeAccount(browser, data, { first, last, email, phone }) {
    let page = await browser.get('/create-account');
    page = await withCode(data, email, () => browser.submit(page, '/api/account/begin', [['email', email]]), async (sent, code) =>
        browser.submit(sent, '/api/account/email-code', [['code', code]]));
    page = await browser.submit(page, '/api/account/password', [['first_name', first], ['last_name', last], ['password', PASSWORD]]);
    const give = [['phone', phone], ['how', 'text']];
    return withCode(data, null, () => browser.submit(page, '/api/account/phone', give), async (sent, code) =>
        browser.submit(sent, '/api/account/phone-code', [['code', code]]));
}

/** Does what sends a code, waits for the code, and goes on with it. */
async function withCode(data, to, ask, goOn) {
    const before = messages(data).length;
    const page = await ask();
    for (let waited = 0; waited < 10_000; waited += 20) {
        const sent = messages(data).slice(before).find((message) => (to ? message.to === to : message.channel === 'sms'));
        const code = sent?.body.match(/\b\d{6}\b/)?.[0];
        if (code) return goOn(page, code);
        await sleep(20);
    }
    throw new Error('no security code came within 10 seconds');
}

function messages(data) {
    try {
        // What stands behind the last line end is still being written.
        const lines = readFileSync(join(data, 'outbox.jsonl'), 'utf8').split('\n').slice(0, -1);
        return lines.map((line) => JSON.parse(line));
    } catch (error) {
        if (error.code === 'ENOENT') return [];
        throw error;
    }
}
