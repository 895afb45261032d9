package io.github.cloudwatchlogging.sample.page;

import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Single lines, by their level.
 */
@RestController
class LineController {

	private static final Logger logger = LoggerFactory.getLogger(LineController.class);

	@PostMapping("/page/lines/{level}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void log(@PathVariable Level level) {
		logger.atLevel(level)
			.setMessage("A line at {}")
			.addArgument(level)
			.addKeyValue("button", level.name().toLowerCase(Locale.ROOT))
			.log();
	}

}
