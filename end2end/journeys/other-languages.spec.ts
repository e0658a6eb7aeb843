// A council's own pages in languages that the service isn't in.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from '../fixtures/accessibility';
import { clickAndNavigate, heading } from '../fixtures/page';
import { root, Server } from '../fixtures/server';
import { expect, test } from '../fixtures/test';

const URDU = `name = "اردو"
title = "دیکھ بھال اور مدد حاصل کریں"
body = """
اگر کوئی خطرے میں ہے تو **[999](tel:999)** پر کال کریں۔

- ہمیں {phone} پر کال کریں۔
- مترجم مفت ہے۔
"""
checked_by = "A translator"
checked_on = 2026-05-14
`;

test('a page in Urdu is found by its own name and written from right to left', async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), 'care-online-e2e-languages-'));
    cpSync(join(root, 'forms'), folder, { recursive: true });
    mkdirSync(join(folder, 'languages'));
    writeFileSync(join(folder, 'languages/ur.toml'), URDU);
    const server = await Server.onFreePort({ CARE_ONLINE_FORMS: folder });
    try {
        await page.goto(`${server.url}/help`);
        await expect(page.getByRole('main').getByRole('link', { name: 'اردو' })).toBeVisible();
        await page.goto(server.url);
        await expectAccessible(page, 'the home page with another language', { golden: false });
        await clickAndNavigate(page, page.getByRole('main').getByRole('link', { name: 'اردو' }));
        await expect(heading(page)).toHaveText('دیکھ بھال اور مدد حاصل کریں');
        const text = page.locator('[lang="ur"][dir="rtl"]');
        await expect(text.getByRole('link', { name: '01632 960 100' })).toHaveAttribute('dir', 'ltr');
        expect(await text.locator('p').first().evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
        await expectAccessible(page, 'a page in Urdu', { golden: false });
    } finally {
        await server.remove();
        rmSync(folder, { recursive: true });
    }
});
