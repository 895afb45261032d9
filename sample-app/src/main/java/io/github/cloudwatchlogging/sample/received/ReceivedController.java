package io.github.cloudwatchlogging.sample.received;

import io.github.cloudwatchlogging.autoconfigure.observe.CloudWatchLogsDelivery;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the embedded server has received, over HTTP.
 */
@RestController
class ReceivedController {

	private final ObjectProvider<EmbeddedCloudWatchLogs> server;

	private final CloudWatchLogsDelivery delivery;

	ReceivedController(ObjectProvider<EmbeddedCloudWatchLogs> server, CloudWatchLogsDelivery delivery) {
		this.server = server;
		this.delivery = delivery;
	}

	@GetMapping("/received")
	Received received() {
		EmbeddedCloudWatchLogs embedded = this.server.getIfAvailable();
		if (embedded == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND,
					"The events go to a service outside this application: only its embedded server can be asked");
		}
		Tally tally = new Tally();
		embedded.forEachEvent((event) -> tally.add(event.message()));
		return tally.toReceived(this.delivery.status().balance());
	}

}
