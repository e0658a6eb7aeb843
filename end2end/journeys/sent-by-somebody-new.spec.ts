// Somebody without an account fills in a form and sends it. Counts the phone screens and presses between "Submit form"
// and "We have your form".
import type { Locator, Page } from '@playwright/test';
import { newPerson } from '../fixtures/account';
import { outbox } from '../fixtures/outbox';
import { clickAndNavigate, heading, submittedReference } from '../fixtures/page';
import { prefillForm } from '../fixtures/prefill';
import { expect, test } from '../fixtures/test';

test.use({ viewport: { width: 360, height: 740 } });
test.setTimeout(120_000);

test('a form begun without an account is sent by somebody new', async ({ page }) => {
    const account = newPerson();
    await prefillForm(page);
    const before = outbox.mark();
    await clickAndNavigate(page, page.getByRole('main').getByRole('button', { name: 'Submit form' }));
    const way = new Way(page);

    await expect(heading(page)).toHaveText('Sign in');
    await expect(page.getByRole('heading', { name: 'I am new here' })).toBeInViewport();
    await expect(page.getByRole('heading', { name: 'I have an account' })).toBeInViewport();
    await way.press('Create an account');

    await way.atStep(1);
    let mark = outbox.mark();
    await way.type('Email address', account.email);
    await way.press('Continue');

    await way.atStep(2);
    await way.type('Security code', await outbox.code(account.email, mark));
    await way.press('Continue');

    await way.atStep(3);
    await expect(page.getByLabel('First name')).toHaveValue('Siân');
    await way.type('Password', account.password);
    await way.press('Continue');

    await way.atStep(4);
    mark = outbox.mark();
    await way.type('Phone number', account.phone);
    await way.press('Continue');

    await way.atStep(5);
    await way.type('Security code', await outbox.code(account.phone, mark));
    await way.press('Continue');

    await expect(heading(page)).toHaveText('Check your answers');
    const ready = page.getByRole('region', { name: 'Important' });
    await expect(ready).toContainText('Your account is ready. Your form has not been sent yet');
    await way.press('Submit form', ready);
    const reference = await submittedReference(page);
    expect((await outbox.next(account.email, before, /ASC-/)).body).toContain(reference);
    await expect(outbox.next(account.email, before, /Your saved form/)).rejects.toThrow('No message');

    test.info().annotations.push({ type: 'way', description: JSON.stringify(way.counts) });
    expect(way.counts.presses).toBe(7);
    expect(way.counts.typed).toBe(5);
    // No page is longer than two phone screens down to its button.
    expect(way.counts.screens).toBeLessThanOrEqual(2 * way.counts.presses);
});

/** What somebody does on the way, and how far down each page it is. */
class Way {
    readonly counts = { screens: 0, presses: 0, typed: 0 };

    constructor(private readonly page: Page) {}

    async atStep(step: number): Promise<void> {
        await expect(this.page.getByRole('main')).toContainText(new RegExp(`step ${step} of 5`, 'i'));
    }

    async type(label: string, text: string): Promise<void> {
        await this.page.getByLabel(label, { exact: true }).fill(text);
        this.counts.typed += 1;
    }

    /** Presses the button, and counts the screens from the top of the page down to it. */
    async press(name: string, within: Locator = this.page.getByRole('main')): Promise<void> {
        const button = within.getByRole('button', { name, exact: true });
        this.counts.screens += await button.evaluate((element) => Math.ceil((element.getBoundingClientRect().bottom + scrollY) / innerHeight));
        this.counts.presses += 1;
        await clickAndNavigate(this.page, button);
    }
}
