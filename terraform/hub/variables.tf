# One variable per entity. What is left out has the default of a careful operator.

variable "name" {
  description = "Name of the hub. Its address is called NAME-ip."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]([-a-z0-9]{0,23}[a-z0-9])?$", var.name))
    error_message = "The name has at most 25 lower-case letters, digits and hyphens, and starts with a letter."
  }
}

variable "project" {
  description = "Id of the Google Cloud project."
  type        = string
  nullable    = false
}

variable "services" {
  description = "APIs that this hub needs beyond those of its platform; none for the hub that owns the platform."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for service in var.services : endswith(service, ".googleapis.com")])
    error_message = "An API is named like cloudidentity.googleapis.com."
  }
}

variable "cluster" {
  description = "The cluster of a hub whose platform is not made here, as projects/PROJECT/locations/LOCATION/clusters/NAME. It is remembered, so that the hub is not installed a second time elsewhere."
  type        = string
  default     = null
}

variable "universe_domain" {
  description = "Domain of the Google universe; null is googleapis.com. Sandboxes set one that cannot exist, so that a call past them fails."
  type        = string
  default     = null
}

variable "poll_interval" {
  description = "How often long-running operations are asked for their state, such as 1s; null is the provider's choice."
  type        = string
  default     = null
}
