// Many requests at the same time, each of which must get its own answer: a file once took the headers of a page that was
// being made on the same thread (cookies, redirects and the content security policy went with them), and the page for an
// error once could be made with what belonged to somebody else's request.
import type { APIRequestContext } from '@playwright/test';
import { createAccount, nameOf } from '../fixtures/account';
import { startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

const ROUNDS = 100;
const headers = { accept: 'text/html' };

async function often(once: () => Promise<void>): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) await once();
}

/** A page with the policy that belongs to pages. */
async function getPage(request: APIRequestContext, path: string): Promise<void> {
    const response = await request.get(path, { headers });
    expect(response.headers()['content-security-policy'], path).toContain('script-src');
}

test('a file takes nothing from a page, and a page keeps what is its own', async ({ page, request }) => {
    const draft = await startForm(page, 'Ask for care and support');
    const files = async () => {
        const response = await request.get('/mark.svg', { maxRedirects: 0 });
        expect(response.status()).toBe(200);
        expect(response.headers()['set-cookie']).toBeUndefined();
        expect(response.headers()['content-security-policy']).not.toContain('script-src');
    };
    const toSignIn = async () => {
        // A draft of somebody else: the page sends the browser elsewhere, with cookies.
        const response = await page.request.get('/drafts/somebodyelsesdraft', { headers, maxRedirects: 0 });
        expect(response.status()).toBe(302);
        expect(response.headers().location).toBe('/sign-in');
    };
    const pages = () => getPage(page.request, `${draft}/your-details`);
    await Promise.all([often(files), often(files), often(pages), often(pages), often(toSignIn)]);
});

// ASVS V14.2.2
test('nobody reads somebody else’s name on the page for an error', async ({ page, newDevice }) => {
    const account = await createAccount(page);
    const stranger = (await newDevice()).request;
    const errors = async () => {
        const response = await stranger.post('/api/drafts/start', {
            form: { form: 'care-needs' },
            headers: { ...headers, origin: 'https://elsewhere.example' },
        });
        expect(response.status()).toBe(403);
        expect(await response.text()).not.toContain(nameOf(account));
    };
    const pages = () => getPage(page.request, '/account');
    await Promise.all([often(pages), often(pages), often(errors), often(errors)]);
});
