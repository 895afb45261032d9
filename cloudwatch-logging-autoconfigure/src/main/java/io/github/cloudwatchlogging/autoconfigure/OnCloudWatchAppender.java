package io.github.cloudwatchlogging.autoconfigure;

import io.github.cloudwatchlogging.logback.CloudWatchAppenders;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * See {@link ConditionalOnCloudWatchAppender}.
 */
final class OnCloudWatchAppender extends AnyNestedCondition {

	OnCloudWatchAppender() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnBean(CloudWatchAppenders.class)
	static final class Attached {

	}

	@Conditional(Build.class)
	@ConditionalOnBooleanProperty(name = "cloudwatch.logs.enabled", matchIfMissing = true)
	static final class AttachedWhenItRuns {

	}

	static final class Build implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
		}

	}

}
