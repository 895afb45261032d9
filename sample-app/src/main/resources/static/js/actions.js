const CUSTOMERS = ["Ada", "Grace", "Edsger", "Barbara", "Donald"];

const ITEMS = ["tea", "coffee", "cocoa", "water"];

const number = new Intl.NumberFormat("en");

const answer = document.getElementById("answer");

function anyOf(list) {
	return list[Math.floor(Math.random() * list.length)];
}

async function send(method, path, body) {
	const headers = { "Content-Type": "application/json" };
	const tenant = document.getElementById("tenant").value;
	if (tenant) {
		headers["X-Tenant"] = tenant;
	}
	const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
	const text = await response.text();
	const value = text ? JSON.parse(text) : {};
	return response.ok ? value : Promise.reject(new Error(value.detail ?? `${response.status} ${response.statusText}`));
}

async function place() {
	const order = await send("POST", "orders", { customer: anyOf(CUSTOMERS), item: anyOf(ITEMS), quantity: 1 + Math.floor(Math.random() * 9) });
	return { order, text: `Order ${order.id} is placed.` };
}

const actions = {
	async place() {
		return (await place()).text;
	},
	async fail() {
		const { order } = await place();
		await send("POST", `orders/${order.id}/fail`).catch(() => {});
		return `Order ${order.id} has failed, with a stack trace.`;
	},
	async burst() {
		const load = await send("POST", "load?events=10000");
		return `${number.format(load.logged)} lines in ${number.format(load.tookMillis)} ms, the longest call ${number.format(load.longestCallMicros / 1000)} ms.`;
	},
	async delete() {
		await send("DELETE", "page/streams");
		return "The streams are deleted. The next batch creates its own again.";
	},
	async heal() {
		await send("DELETE", "page/fault");
		return "The service is well again.";
	},
	async flush() {
		const result = await send("POST", "actuator/cloudwatchlogs", { timeout: "5s" });
		const took = Number(/^PT([\d.]+)S$/.exec(result.took)?.[1] ?? 0) * 1000;
		return `${number.format(result.delivered)} delivered, ${number.format(result.left)} left, after ${number.format(Math.round(took))} ms.`;
	},
};

async function run(button, action) {
	button.disabled = true;
	try {
		answer.textContent = await action();
	} catch (error) {
		answer.textContent = error.message;
	}
	button.disabled = false;
}

export function listenToButtons() {
	for (const button of document.querySelectorAll("[data-action]")) {
		button.addEventListener("click", () => run(button, actions[button.dataset.action]));
	}
	for (const button of document.querySelectorAll("[data-level]")) {
		button.addEventListener("click", () => run(button, async () => {
			await send("POST", `page/lines/${button.dataset.level}`);
			return `A line at ${button.dataset.level} is logged.`;
		}));
	}
	for (const button of document.querySelectorAll("[data-fault]")) {
		button.addEventListener("click", () => run(button, async () => {
			await send("PUT", `page/fault/${button.dataset.fault}`);
			return "The service is broken. Log lines wait; the application does not.";
		}));
	}
}

export function showFault(fault) {
	for (const button of document.querySelectorAll("[data-fault]")) {
		button.setAttribute("aria-pressed", String(button.dataset.fault === fault));
	}
	document.querySelector("[data-action=heal]").disabled = fault === null;
}
