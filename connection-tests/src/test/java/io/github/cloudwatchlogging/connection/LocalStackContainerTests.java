package io.github.cloudwatchlogging.connection;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;

import org.springframework.boot.testcontainers.service.connection.ServiceConnection;

/**
 * LocalStack in a container.
 */
@Testcontainers(disabledWithoutDocker = true)
class LocalStackContainerTests extends DeliveryContract {

	@Container
	@ServiceConnection
	static final LocalStackContainer localStack = new LocalStackContainer("localstack/localstack:4.14.0");

}
