import { listenToButtons, showFault } from "./actions.js";
import { EventList } from "./events.js";
import { Pipeline } from "./pipeline.js";

const POLL_MILLIS = 500;

const events = new EventList();
const pipeline = new Pipeline();

async function json(path) {
	const response = await fetch(path, { headers: { Accept: "application/json" } });
	return response.json();
}

async function poll() {
	try {
		const [arrivals, status, health] = await Promise.all([
			json(`page/events?after=${events.lastNumber}`),
			json("actuator/cloudwatchlogs"),
			json("actuator/health"),
		]);
		if (arrivals.events) {
			events.add(arrivals.events);
			showFault(arrivals.fault ?? null);
		} else {
			events.explain(arrivals.detail);
		}
		pipeline.show(status, health);
	} catch (error) {
		pipeline.showUnreachable();
	}
	setTimeout(poll, POLL_MILLIS);
}

listenToButtons();
poll();
