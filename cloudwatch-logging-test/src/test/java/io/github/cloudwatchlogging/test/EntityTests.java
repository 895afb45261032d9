package io.github.cloudwatchlogging.test;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.Entity;
import software.amazon.awssdk.services.cloudwatchlogs.model.EntityRejectionErrorType;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

import static org.assertj.core.api.Assertions.assertThat;

class EntityTests extends ServerWithStream {

	private static final Map<String, String> SERVICE = Map.of("Type", "Service", "Name", "shop", "Environment", "test");

	@Test
	void acceptsAService() {
		assertThat(put(SERVICE, Map.of("Owner", "team")).rejectedEntityInfo()).isNull();
	}

	@Test
	void acceptsAResource() {
		Map<String, String> resource = Map.of("Type", "AWS::Resource", "ResourceType", "AWS::EC2::Instance",
				"Identifier", "i-1");
		assertThat(put(resource, Map.of()).rejectedEntityInfo()).isNull();
	}

	@Test
	void rejectsAnUnknownTypeAndStoresTheEvents() {
		assertRejected(with("Type", "Planet"), EntityRejectionErrorType.INVALID_TYPE_VALUE);
		assertThat(this.server.eventCount()).isOne();
	}

	@Test
	void rejectsAnUnknownKeyAttribute() {
		assertRejected(with("Colour", "blue"), EntityRejectionErrorType.INVALID_KEY_ATTRIBUTES);
	}

	@Test
	void rejectsAnEntityWithoutType() {
		assertRejected(Map.of("Name", "shop", "Environment", "test"), EntityRejectionErrorType.MISSING_REQUIRED_FIELDS);
	}

	@Test
	void rejectsAServiceWithoutEnvironment() {
		assertRejected(Map.of("Type", "Service", "Name", "shop"), EntityRejectionErrorType.MISSING_REQUIRED_FIELDS);
	}

	@Test
	void rejectsAnEntityInAGroupThatIsNotStandard() {
		this.client
			.createLogGroup((request) -> request.logGroupName("rare").logGroupClass(LogGroupClass.INFREQUENT_ACCESS));
		this.server.createLogStream("rare", "s");
		PutLogEventsResponse response = this.client.putLogEvents((request) -> request.logGroupName("rare")
			.logStreamName("s")
			.entity(Entity.builder().keyAttributes(SERVICE).build())
			.logEvents(Clients.event(NOW, "x")));
		assertThat(response.rejectedEntityInfo().errorType())
			.isEqualTo(EntityRejectionErrorType.UNSUPPORTED_LOG_GROUP_TYPE);
	}

	@Test
	void refusesARequestWhoseEntityBreaksTheModel() {
		assertThat(Clients.refusalOf(() -> put(Map.of("Type", "Service"), Map.of())))
			.contains("'entity.keyAttributes' failed to satisfy constraint: "
					+ "Member must have length greater than or equal to 2");
		assertThat(Clients.refusalOf(() -> put(with("x".repeat(33), "y"), Map.of())))
			.contains("Member must have length less than or equal to 32");
		assertThat(Clients.refusalOf(() -> put(with("Name", "x".repeat(513)), Map.of())))
			.contains("Member must have length less than or equal to 512");
		assertThat(Clients.refusalOf(() -> put(SERVICE, Map.of("x".repeat(257), "y"))))
			.contains("Member must have length less than or equal to 256");
		Map<String, String> eleven = new HashMap<>();
		for (int i = 0; i < 11; i++) {
			eleven.put("key" + i, "value");
		}
		assertThat(Clients.refusalOf(() -> put(SERVICE, eleven))).contains("'entity.attributes'",
				"Member must have length less than or equal to 10");
		assertThat(this.server.eventCount()).isZero();
	}

	private static Map<String, String> with(String key, String value) {
		Map<String, String> attributes = new HashMap<>(SERVICE);
		attributes.put(key, value);
		return attributes;
	}

	private void assertRejected(Map<String, String> keyAttributes, EntityRejectionErrorType type) {
		assertThat(put(keyAttributes, Map.of()).rejectedEntityInfo().errorType()).isEqualTo(type);
	}

	private PutLogEventsResponse put(Map<String, String> keyAttributes, Map<String, String> attributes) {
		return this.client.putLogEvents((request) -> request.logGroupName("g")
			.logStreamName("s")
			.entity(Entity.builder().keyAttributes(keyAttributes).attributes(attributes).build())
			.logEvents(Clients.event(NOW, "x")));
	}

}
