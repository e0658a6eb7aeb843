// If a form takes more than a second to submit, shows a status message in the element provided for it:
// <span data-wait="Sending your form…"> in a paragraph with role="status". The text replaces other text, so nothing on
// the page moves.
const LONG = 1000;

addEventListener('submit', ({ target, defaultPrevented }) => {
    const line = target.querySelector('[data-wait]');
    if (!line || defaultPrevented) return;
    const [before, look] = [line.textContent, line.parentElement.className];
    const timer = setTimeout(() => {
        line.textContent = line.dataset.wait;
        line.parentElement.className = 'care-saved care-saved--waiting';
    }, LONG);
    // After "Back" the page is as it was before.
    addEventListener('pagehide', () => {
        clearTimeout(timer);
        line.textContent = before;
        line.parentElement.className = look;
    }, { once: true });
});
