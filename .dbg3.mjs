import { chromium } from '@playwright/test';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
const p = await (await b.newContext({ viewport: { width: 1366, height: 768 }, serviceWorkers:'block' })).newPage();
p.on('console', m => console.log(m.type(), m.text()));
p.on('requestfinished', async r => { if (r.url().endsWith('/padding/')) console.log('finished', r.url(), (await r.response()).status()); });
p.on('requestfailed', r => console.log('failed', r.url(), r.failure().errorText));
await p.goto('http://127.0.0.1:4203/convolution/'); await p.waitForTimeout(4000);
await b.close();
