package io.github.cloudwatchlogging.sample.load;

import java.util.concurrent.ExecutionException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Loads over HTTP.
 */
@RestController
class LoadController {

	private final LoadGenerator generator;

	LoadController(LoadGenerator generator) {
		this.generator = generator;
	}

	@PostMapping("/load")
	LoadReport load(@RequestParam int events, @RequestParam(defaultValue = "0") int rate,
			@RequestParam(defaultValue = "1") int threads) throws InterruptedException, ExecutionException {
		return this.generator.generate(new Load(events, rate, threads));
	}

	@ExceptionHandler
	ProblemDetail impossible(IllegalArgumentException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(ex.getMessage()));
	}

}
