/**
 * The glue: binds the rooms' doors as beans for {@code routes/*.camel.yaml}. With {@code Utfall} and {@code demo} the only place that imports Camel.
 */
@NullMarked
package se.utfall.flow;

import org.jspecify.annotations.NullMarked;
