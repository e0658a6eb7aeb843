// What stands in a text for something that is only known later: short and plain, so that it is the text that is measured.

const SAMPLES = {
    council: 'the council',
    phone: '01632 960 000',
    'out-of-hours': '01632 960 000',
    email: 'our email address',
    name: 'Ann',
    form: 'the form',
    page: 'the page',
    reference: '1234',
    item: 'medicine',
    question: 'medicine',
    option: 'Yes',
    parts: 'day',
    count: '2',
    number: '2',
    min: '1',
    max: '200',
    hour: '10',
    minute: '42',
    month: 'May',
    year: '2026',
    minutes: '15',
    hours: '24',
    days: '90',
    date: '3 May',
    day: '3 May',
    time: '10:42',
};

/** A sample for a name such as `phone`, `out_of_hours` or `sent-date`. */
export function sample(name) {
    const words = name.toLowerCase().split(/[-_]/);
    return SAMPLES[words.join('-')] ?? SAMPLES[words.at(-1)] ?? 'this';
}
