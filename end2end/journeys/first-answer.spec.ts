// On a phone the first answer of every question page is on the first screen, so that nobody has to scroll to see what is
// asked.
import type { Page } from '@playwright/test';
import { createAccount } from '../fixtures/account';
import { FormFiller } from '../fixtures/form-filler';
import { forms } from '../fixtures/forms';
import { continueFromTaskList, startForm } from '../fixtures/page';
import { PATHS } from '../fixtures/paths';
import { expect, test } from '../fixtures/test';

const SCREEN = { width: 360, height: 740 };

test.use({ viewport: SCREEN });

/** Where the first input of the open page ends, with its question above it; null on a page that asks nothing. */
const endOfFirstAnswer = (page: Page): Promise<number | null> =>
    page.evaluate(() => {
        const isVisible = (element: HTMLElement) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
        const asked = [...document.querySelectorAll<HTMLElement>('[data-question]')].filter(isVisible);
        const inputs = asked.flatMap((question) => [...question.querySelectorAll<HTMLElement>('input:not([type=hidden]), textarea')]);
        const first = inputs.find(isVisible);
        if (!first) return null;
        // Of a long text, the first two lines.
        const { top, bottom } = first.getBoundingClientRect();
        return Math.round(Math.min(bottom, top + 60) + window.scrollY);
    });

for (const form of forms) {
    for (const seed of [1, 2, 3]) {
        test(`the first answer of ${form.key}, seed ${seed}`, { tag: seed === 1 ? [] : ['@long'] }, async ({ page }) => {
            test.setTimeout(400_000);
            await createAccount(page);
            const below: string[] = [];
            const onPage = async (heading: string) => {
                const end = await endOfFirstAnswer(page);
                if (end !== null && end > SCREEN.height) below.push(`${heading}: ${end} px, ${new URL(page.url()).pathname}`);
            };
            const filler = new FormFiller(page, { seed, choose: PATHS[form.key]?.[seed - 1], onPage });
            await startForm(page, form.name);
            await continueFromTaskList(page);
            await filler.fillUntil();
            expect(below).toEqual([]);
        });
    }
}
