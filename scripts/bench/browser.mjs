// A minimal browser without JavaScript: keeps cookies, follows redirects, and posts forms.
import http from 'node:http';

export class Browser {
    #agent;
    #cookies = new Map();

    /** `from` is the local address to connect from. */
    constructor(url, cookies = '', from = undefined) {
        this.url = url;
        this.#agent = new http.Agent({ keepAlive: true, maxSockets: 8, localAddress: from });
        this.#keep(cookies.split('; ').filter(Boolean));
    }

    /** The value of the Cookie header. */
    get cookies() {
        return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    }

    /** Sends one request without following redirects. */
    once(method, path, body, accept = 'text/html') {
        const headers = { accept };
        if (this.#cookies.size) headers.cookie = this.cookies;
        if (body !== undefined) {
            headers.origin = this.url;
            headers['content-type'] = 'application/x-www-form-urlencoded';
            headers['content-length'] = Buffer.byteLength(body);
        }
        return new Promise((resolve, reject) => {
            const request = http.request(this.url + path, { method, headers, agent: this.#agent }, (response) => {
                const parts = [];
                response.on('data', (part) => parts.push(part));
                response.on('error', reject);
                response.on('end', () => {
                    this.#keep(response.headers['set-cookie'] ?? []);
                    const bytes = Buffer.concat(parts);
                    resolve({ status: response.statusCode, headers: response.headers, path, bytes, text: bytes.toString() });
                });
            });
            request.on('error', reject);
            request.end(body);
        });
    }

    #keep(headers) {
        for (const header of headers) {
            const [pair, ...attributes] = header.split(';');
            const at = pair.indexOf('=');
            const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
            if (attributes.some((attribute) => attribute.trim() === 'Max-Age=0')) this.#cookies.delete(name);
            else this.#cookies.set(name, value);
        }
    }

    async #follow(page) {
        for (let step = 0; page.status === 302 || page.status === 303; step += 1) {
            if (step === 5) throw new Error(`too many redirects, last to ${page.path}`);
            page = await this.once('GET', new URL(page.headers.location, this.url + page.path).href.slice(this.url.length));
        }
        if (page.status !== 200) throw new Error(`${page.path} answered ${page.status}: ${heading(page.text)}`);
        return page;
    }

    async get(path) {
        return this.#follow(await this.once('GET', path));
    }

    /** The body that a form of the page would post, with these answers. */
    fill(page, action, answers = []) {
        const form = formOf(page, action);
        const hidden = form.inputs.filter((input) => input.type === 'hidden').map((input) => [input.name, input.value ?? '']);
        return new URLSearchParams([...hidden, ...answers]).toString();
    }

    /** Posts a form of the page and follows the redirects. */
    async submit(page, action, answers = []) {
        return this.#follow(await this.once('POST', action, this.fill(page, action, answers)));
    }

    close() {
        this.#agent.destroy();
    }
}

/** The first form of a page with this action: its text and its inputs. */
export function formOf(page, action) {
    const all = page.text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g);
    const found = [...all].find(([, tag]) => attributes(tag).action === action);
    if (!found) throw new Error(`${page.path} (“${heading(page.text)}”) has no form for ${action}`);
    return { text: found[2], inputs: inputs(found[2]) };
}

/** The attributes of the inputs and textareas in some HTML. */
export function inputs(html) {
    const tags = html.matchAll(/<(input|textarea)\b([^>]*)>/g);
    return [...tags].map(([, tag, text]) => ({ tag, ...attributes(text) }));
}

/** The targets of the links on a page. */
export function links(page) {
    return [...page.text.matchAll(/<a\b([^>]*)>/g)].map(([, text]) => attributes(text).href ?? '');
}

/** The errors in the error summary of a page, by input. */
export function problems(page) {
    const summary = page.text.match(/<ul[^>]*govuk-error-summary__list[^>]*>([\s\S]*?)<\/ul>/)?.[1] ?? '';
    const entries = summary.matchAll(/<a\b[^>]*href="#([^"]*)"[^>]*>([\s\S]*?)<\/a>/g);
    return new Map([...entries].map(([, field, message]) => [field, unescaped(message.replace(/<[^>]*>/g, ''))]));
}

export function heading(text) {
    return unescaped((text.match(/<h1[^>]*>([\s\S]*?)<\/h1>/)?.[1] ?? '').replace(/<[^>]*>/g, ''));
}

function attributes(text) {
    const found = text.matchAll(/([a-z][a-z0-9:-]*)(?:="([^"]*)")?/gi);
    return Object.fromEntries([...found].map(([, name, value]) => [name, unescaped(value ?? '')]));
}

function unescaped(text) {
    const named = { amp: '&', lt: '<', gt: '>', quot: '"' };
    return text.replace(/&(amp|lt|gt|quot|#x?[0-9a-f]+);/gi, (_, name) => {
        if (!name.startsWith('#')) return named[name.toLowerCase()];
        return String.fromCodePoint(/^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
    });
}
