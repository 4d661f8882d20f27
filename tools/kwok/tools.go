//go:build tools

// Package tools pins the version of kwok that the sandbox builds.
package tools

import _ "sigs.k8s.io/kwok/cmd/kwok"
