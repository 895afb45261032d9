/**
 * What the platform tells about this process: EC2's instance metadata, the metadata of an
 * ECS task, Kubernetes' downward API. Read in the background, once, and only what is
 * asked for. A leaf: touches nothing but the JDK.
 */
@NullMarked
package io.github.cloudwatchlogging.metadata;

import org.jspecify.annotations.NullMarked;
