package io.github.cloudwatchlogging.connection;

import io.floci.testcontainers.FlociContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

import org.springframework.boot.testcontainers.service.connection.ServiceConnection;

/**
 * Floci in a container.
 */
@Testcontainers(disabledWithoutDocker = true)
class FlociContainerTests extends DeliveryContract {

	@Container
	@ServiceConnection
	static final FlociContainer floci = new FlociContainer();

}
