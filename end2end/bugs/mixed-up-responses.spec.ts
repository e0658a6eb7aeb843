// Concurrent requests must each get their own response. Once, a static file was served with the headers of a page rendered
// on the same thread (cookies, redirect and content security policy), and an error page could be rendered with the data of
// somebody else's request.
import type { APIRequestContext } from '@playwright/test';
import { createAccount, nameOf } from '../fixtures/account';
import { startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

const ROUNDS = 100;
const headers = { accept: 'text/html' };

async function repeat(once: () => Promise<void>): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) await once();
}

/** Expects a page to have the content security policy of pages. */
async function getPage(request: APIRequestContext, path: string): Promise<void> {
    const response = await request.get(path, { headers });
    expect(response.headers()['content-security-policy'], path).toContain('script-src');
}

test('a file gets no headers of a page, and a page keeps its own', async ({ page, request }) => {
    const draft = await startForm(page, 'Ask for care and support');
    const files = async () => {
        const response = await request.get('/mark.svg', { maxRedirects: 0 });
        expect(response.status()).toBe(200);
        expect(response.headers()['set-cookie']).toBeUndefined();
        expect(response.headers()['content-security-policy']).not.toContain('script-src');
    };
    const toSignIn = async () => {
        // A draft of somebody else: the response redirects and sets cookies.
        const response = await page.request.get('/drafts/somebodyelsesdraft', { headers, maxRedirects: 0 });
        expect(response.status()).toBe(302);
        expect(response.headers().location).toBe('/sign-in');
    };
    const pages = () => getPage(page.request, `${draft}/your-details`);
    await Promise.all([repeat(files), repeat(files), repeat(pages), repeat(pages), repeat(toSignIn)]);
});

// ASVS V14.2.2
test('an error page never shows somebody else’s name', async ({ page, newDevice }) => {
    const account = await createAccount(page);
    const other = (await newDevice()).request;
    const errors = async () => {
        const response = await other.post('/api/drafts/start', {
            form: { form: 'care-needs' },
            headers: { ...headers, origin: 'https://elsewhere.example' },
        });
        expect(response.status()).toBe(403);
        expect(await response.text()).not.toContain(nameOf(account));
    };
    const pages = () => getPage(page.request, '/account');
    await Promise.all([repeat(pages), repeat(pages), repeat(errors), repeat(errors)]);
});
