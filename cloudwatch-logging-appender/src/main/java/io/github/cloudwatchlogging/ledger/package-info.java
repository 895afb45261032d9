/**
 * Where every event is: the causes of loss, the accounts and the balance that must always
 * hold. A leaf: touches nothing but the JDK and {@code event}.
 */
@NullMarked
package io.github.cloudwatchlogging.ledger;

import org.jspecify.annotations.NullMarked;
